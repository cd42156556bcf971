import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** One hue of accent. Red is kept for what is late or dangerous, amber for what waits, green for what is accepted. */
const accent: MantineColorsTuple = [
  '#eef5fc',
  '#d9e7f5',
  '#b0cdea',
  '#84b2df',
  '#619bd6',
  '#4b8dd1',
  '#3f86cf',
  '#3173b7',
  '#1f5c99',
  '#174c80',
];

export const theme = createTheme({
  primaryColor: 'accent',
  // The darkest shades keep 4.5:1 with white text in both schemes.
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { accent },
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  // Its own place for the first focus is something that a menu may not hold: the focus goes to the first line.
  components: { Menu: { defaultProps: { withInitialFocusPlaceholder: false } } },
});
