/** What a value may be, said twice in one breath: to the program as a function, to editors as JSON Schema. */

/** The part of JSON Schema (draft 7, which editors read best) that options need. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Reads a value: the checked one, or `undefined` for one of the wrong kind; `schema` accepts what it accepts. */
export type Kind<T = unknown> = ((value: unknown) => T | undefined) & { readonly schema: JsonSchema };

/** Make a kind. */
export function kind<T>(schema: JsonSchema, parse: (value: unknown) => T | undefined): Kind<T> {
  return Object.assign((value: unknown) => parse(value), { schema });
}
