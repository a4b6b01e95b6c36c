import { execFileSync } from "node:child_process";
import tls from "node:tls";

let made: string | undefined;

/** A certificate of this machine with its key, as PEM, which nobody trusts yet. */
export function selfSigned(): string {
  const command = [
    ["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ["-keyout", "-", "-out", "-"],
  ];
  return (made ??= execFileSync("openssl", command.flat(), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

/** Trusts that certificate, until the function that comes back is called. */
export function trustSelfSigned(): () => void {
  const known = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...known, selfSigned()]);
  return () => tls.setDefaultCACertificates(known);
}
