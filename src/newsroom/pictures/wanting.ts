import { createContext, useContext } from 'react';

/** Whether the story was refused for what its pictures want: then it stands at their fields. */
export const WantingContext = createContext(false);
export const useWanting = () => useContext(WantingContext);

/** Whether any of a refusal's fields is a picture's. */
export const isOfPictures = (fields: Readonly<Record<string, string>>) =>
  Object.keys(fields).some((path) => /^(lead|body)\./.test(path));
