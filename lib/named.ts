/**
 * One of known names, for the completion of editors; and any other text, so that a name may come from a variable. What is no name is refused where
 * it is resolved, with the known ones.
 */
export type Named<K extends string> = K | (string & Record<never, never>);
