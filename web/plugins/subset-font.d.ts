declare module 'subset-font' {
  /** What of a font draws the text; axes of a variable font cut to a range. */
  export default function subset(font: Buffer, text: string, options: { targetFormat: 'truetype'; variationAxes: Record<string, { min: number; max: number }>; keepFeatures: string[]; noHinting: boolean }): Promise<Buffer>;
}
declare module 'fontverter' {
  export function convert(font: Buffer, to: 'woff2'): Promise<Buffer>;
}
