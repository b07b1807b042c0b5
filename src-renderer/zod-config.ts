/** Must be the first import of the window: zod's generated code would break the content security policy. */
import { z } from 'zod';

z.config({ jitless: true });
