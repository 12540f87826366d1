/** Takes the words of a picture as Marp reads them (`bg right`, `w:300`), and leaves how the same is said here. */

/** Say how a picture is written here; nothing when its words are words. */
export function foreignPictureCure(alt: string, url: string): string | undefined {
  const words = alt.trim().split(/\s+/);
  if (words.includes('bg')) {
    const side = words.map((word) => word.split(':')[0]).find((word) => word === 'left' || word === 'right');
    if (side !== undefined)
      return `Write \`::slide{layout=image-${side}}\` first on the slide, and in the brackets what the picture shows.`;
    return `Write \`::slide{background="${url}"}\` first on the slide, and take the picture out.`;
  }
  const sizes = words.flatMap((word) => {
    const [, name, value] = /^(w|h|width|height):(\d[\w.%]*)$/.exec(word) ?? [];
    return name && value ? [`${name.startsWith('w') ? 'width' : 'height'}=${value}`] : [];
  });
  if (sizes.length === 0) return undefined;
  return `Write the size behind the picture, \`![What it shows](${url}){${sizes.join(' ')}}\`.`;
}
