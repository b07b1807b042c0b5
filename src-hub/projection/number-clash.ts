/** DDL of the view of official numbers that two records of a commune hold (protocol, section 3). */
export const numberClashView = '';
