/** The same keys as the Swedish original, every leaf a text: a missing message does not compile. */
export type Like<T> = { [K in keyof T]: T[K] extends string ? string : Like<T[K]> };
