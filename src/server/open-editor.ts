/** Takes a place that a page names and opens it in the author's editor, if it is in a file of the deck. */
import path from 'node:path';

/** A place in a file, as messages name it. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Open the editor at a place; tells whether the place was one of the deck. `LAUNCH_EDITOR` names the editor, else it is the one that runs. */
export async function openEditor(
  text: string,
  files: ReadonlyMap<string, unknown>,
  onFailure: (reason: string) => void,
): Promise<boolean> {
  const place = readPlace(text);
  const file = place && path.resolve(place.file);
  if (!place || file === undefined || !files.has(file)) return false;
  // Loaded when somebody clicks: most talks are given without.
  const { default: launch } = await import('launch-editor');
  launch(`${file}:${place.line}:${place.column}`, (_, reason) => onFailure(reason ?? 'no editor is known'));
  return true;
}

function readPlace(text: string): Place | undefined {
  try {
    const { file, line, column } = JSON.parse(text) as Record<string, unknown>;
    if (typeof file !== 'string' || !Number.isInteger(line) || !Number.isInteger(column)) return undefined;
    return { file, line: Math.max(1, Number(line)), column: Math.max(1, Number(column)) };
  } catch {
    return undefined;
  }
}
