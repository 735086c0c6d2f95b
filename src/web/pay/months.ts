/** A month in an address: "2026-03". */
export const monthOf = /^20\d{2}-(0[1-9]|1[0-2])$/;
