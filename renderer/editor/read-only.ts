/** Whether the document can only be looked at now; Slate's own answer holds only inside the text. */
import { createContext, useContext } from 'react';

export const ReadOnlyContext = createContext(false);

export function useIsReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}
