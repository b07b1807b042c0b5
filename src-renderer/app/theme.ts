import { Button, Checkbox, createTheme, type MantineColorsTuple, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';

/** Shade 6 is the accent of the design (8.2 : 1 on white). */
const accent: MantineColorsTuple = [
  '#f9edeb',
  '#f1d9d6',
  '#e2b3ae',
  '#d28a83',
  '#c1625a',
  '#ae3b35',
  '#9b1c1c',
  '#861616',
  '#721111',
  '#5e0c0c',
];

const control = 'calc(2rem * var(--mantine-scale))';
const input = { styles: { input: { minHeight: control, height: control, fontSize: '0.8125rem' } } };
const tallInput = { styles: { input: { minHeight: control, fontSize: '0.8125rem' } } };

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent },
  black: '#1d1c1a',
  defaultRadius: 4,
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { height: control, paddingInline: '0.75rem', fontSize: '0.8125rem', fontWeight: 600 } },
    }),
    TextInput: TextInput.extend(input),
    Select: Select.extend(input),
    MultiSelect: MultiSelect.extend(tallInput),
    TagsInput: TagsInput.extend(tallInput),
    Textarea: Textarea.extend(tallInput),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
  },
});
