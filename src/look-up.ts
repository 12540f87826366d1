/** Takes a table and a name that an author wrote, leaves the entry; apart, since `table['constructor']` is a function of JavaScript's own. */

/** Look a name up among a table's own entries. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
