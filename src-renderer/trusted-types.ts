/** The one Trusted Types policy of the window: Mantine sets plain CSS text by innerHTML; anything that could be markup is refused. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
