import { type FormEvent, useRef } from 'react';

/**
 * For forms whose fields keep themselves: whether one of them is not as it began, for `Unsaved`. `watch` goes to each form; `settle` is
 * called when what was typed has been sent.
 */
export function useTypedForm() {
  const typed = useRef(new Set<HTMLFormElement>());
  const look = ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
    if (isTyped(form)) typed.current.add(form);
    else typed.current.delete(form);
  };
  return {
    isTyped: () => [...typed.current].some((form) => form.isConnected),
    settle: () => typed.current.clear(),
    watch: {
      onInput: look,
      onReset: ({ currentTarget: form }: FormEvent<HTMLFormElement>) => void typed.current.delete(form),
    },
  };
}

const isTyped = (form: HTMLFormElement) =>
  [...form.elements].some(
    (field) =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      field.value !== field.defaultValue,
  );
