import { Kbd } from '@mantine/core';
import classes from './save-key.module.css';

/** The key that does the same, inside the button that saves a form; no part of the button's name. */
export const SaveKey = () => (
  <Kbd aria-hidden className={classes.key}>
    Ctrl S
  </Kbd>
);
