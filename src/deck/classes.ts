/** Takes a node of Markdown and leaves the classes that its author gave it in braces. */
import type { Node } from 'mdast';

/** List the classes of a node: `## Title {.visually-hidden}`. */
export function listClasses({ data }: Node): string[] {
  const { className } = (data as { hProperties?: { className?: unknown } } | undefined)?.hProperties ?? {};
  return Array.isArray(className) ? className.map(String) : [];
}
