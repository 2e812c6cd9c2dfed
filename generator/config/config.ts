/** `docket.yaml`, resolved: nothing is optional that has a default. Paths are relative to the folder of `docket.yaml`. */
export interface Config {
  readonly package: string;
  /** semver of the generated package. Default 0.1.0. */
  readonly version: string;
  /** SPDX expression; absent: nobody said. */
  readonly license?: string;
  readonly author?: string;
  /** Folder of the generated package. Default `generated`. */
  readonly output: string;
  readonly gateways: readonly GatewayConfig[];
  readonly overlays: readonly string[];
}

/** A gateway of the configuration. */
export interface GatewayConfig {
  readonly id: string;
  /** Files and folders that hold its pages. */
  readonly documents: readonly string[];
  /** Default `fal-gateway`. */
  readonly queue: string;
  /** Exceptions by path pattern; the first that fits wins. */
  readonly protocols: readonly { readonly path: string; readonly queue: string }[];
  readonly server?: string;
  readonly auth?: "bearer" | "key" | "none";
}
