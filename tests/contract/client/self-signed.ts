import { execFileSync } from "node:child_process";
import tls from "node:tls";

/** A new certificate of this machine with its key, as PEM, which nobody trusts yet. */
export function selfSigned(): string {
  const command = [
    ["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:service.test,IP:127.0.0.1"],
    ["-keyout", "-", "-out", "-"],
  ];
  return execFileSync("openssl", command.flat(), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Trusts a certificate, until the function that comes back is called. */
export function trust(certificate: string): () => void {
  const known = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...known, certificate]);
  return () => tls.setDefaultCACertificates(known);
}
