import sharp from 'sharp';

/** A card has a dozen colours and their edges; more tones cannot be told apart. */
const TONES = 64;

/** A card as a PNG: the same bytes for the same drawing. */
export async function pngFromSvg(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({palette: true, colours: TONES, dither: 0, compressionLevel: 9, effort: 7}).toBuffer();
}

/** The answer of an endpoint. */
export async function pngResponse(svg: string): Promise<Response> {
  return new Response(new Uint8Array(await pngFromSvg(svg)), {headers: {'Content-Type': 'image/png'}});
}
