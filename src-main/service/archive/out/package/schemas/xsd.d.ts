declare module '*.xsd?raw' {
  const text: string;
  export default text;
}
