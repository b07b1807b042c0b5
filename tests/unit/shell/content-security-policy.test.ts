import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src-main/shell/content-security-policy';

test('scripts come from the application only, and text never becomes script', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src-elem 'self' 'nonce-abc'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
});
