import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { fileURLToPath } from 'node:url';
import type { DrawnPage } from './make-pdf.ts';

const FONT = 'TestTinos';
const DPI = 200;

/** What is drawn, in points from the top left corner of the sheet. */
export type ScanDrawing = {
  readonly texts: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly size?: number;
  }[];
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
};

/** A page that is only a picture, as a scanner makes it: turned by some degrees, grey, with specks. */
export function drawScan({ texts, lines }: ScanDrawing, degrees: number): DrawnPage {
  GlobalFonts.registerFromPath(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    FONT,
  );
  const [width, height] = [Math.round((595 * DPI) / 72), Math.round((842 * DPI) / 72)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f2f0ea';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.scale(DPI / 72, DPI / 72);
  context.fillStyle = '#333';
  context.strokeStyle = '#333';
  context.lineWidth = 0.7;
  for (const { x, y, text, size = 12 } of texts) {
    context.font = `${size}px ${FONT}`;
    context.fillText(text, x, y);
  }
  for (const [x1, y1, x2, y2] of lines) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  context.fillStyle = '#999';
  for (let i = 0; i < 400; i++) context.fillRect((i * 7919) % 595, (i * 104_729) % 842, 0.4, 0.4);
  const bytes = new Uint8Array(canvas.toBuffer('image/jpeg', 75));
  return {
    content: '595 0 0 842 0 0 cm /X Do',
    image: {
      bytes,
      dictionary: `/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    },
  };
}
