export type AddressFamily = "IPv4" | "IPv6";

/** The family of an address, which is all of it that may be shown; null for names (mDNS hides the address) and nothing. */
export function addressFamily(address: string | null | undefined): AddressFamily | null {
  if (!address) return null;
  if (/^\[?[0-9a-f]*:[0-9a-f:.]*(%.*)?\]?$/i.test(address)) return "IPv6";
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? "IPv4" : null;
}
