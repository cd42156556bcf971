import { expect, it } from 'vitest';
import { mediaTypeOf } from './media-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['Приказ № 55', 'text/plain; charset=utf-8'],
  ['<html><script>alert(1)</script>', 'application/octet-stream'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream'],
  ['<?xml version="1.0"?><x/>', 'application/octet-stream'],
  ['MZ\u0090\0\u0003', 'application/octet-stream'],
  ['', 'text/plain; charset=utf-8'],
])('tells %j', async (content, type) => {
  expect(await mediaTypeOf(bytes(content))).toBe(type);
});

it('takes a letter cut in two by the end of the head for text', async () => {
  expect(await mediaTypeOf(bytes('Приказ').subarray(0, 5))).toBe('text/plain; charset=utf-8');
});
