/** The time of day of a moment in days, as "14:15". */
export function clock(at: number): string {
  const minutes = Math.round((at - Math.floor(at)) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
