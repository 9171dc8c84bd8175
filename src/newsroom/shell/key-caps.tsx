const onMac: Readonly<Record<string, string>> = /Mac|iP/.test(navigator.platform)
  ? { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }
  : {};

/** Keys to be pressed together, a space between their names, as they stand on the keyboard. */
export const KeyCaps = ({ keys }: { keys: string }) => (
  <bdi dir="ltr">
    {keys.split(' ').map((one) => (
      <kbd key={one}>{onMac[one] ?? one}</kbd>
    ))}
  </bdi>
);
