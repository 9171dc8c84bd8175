/** The first socket that systemd hands over: https://www.freedesktop.org/software/systemd/man/latest/sd_listen_fds.html. */
const firstSocket = 3;

/**
 * The descriptor of a socket that systemd opened for this process; undefined when it was started otherwise. The variables are for one
 * process only: those that it starts inherit them, and are told apart by the process number.
 */
export function systemdSocket(
  environment: Readonly<Record<string, string | undefined>>,
  pid: number,
): number | undefined {
  const ours = environment['LISTEN_PID'] === String(pid);
  return ours && Number(environment['LISTEN_FDS'] ?? 0) > 0 ? firstSocket : undefined;
}
