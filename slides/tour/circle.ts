export function area(radius: number): number {
  // #region formula
  const square = radius ** 2;
  return Math.PI * square;
  // #endregion
}
