import { Kbd } from '@mantine/core';
import classes from './save-key.module.css';

/** The key that does the same, inside the button that saves a form. */
export const SaveKey = () => <Kbd className={classes.key}>Ctrl S</Kbd>;
