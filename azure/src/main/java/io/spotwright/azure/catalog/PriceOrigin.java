package io.spotwright.azure.catalog;

/** Where an embedded price was read. All of them go back to Microsoft's Azure Retail Prices API. */
public enum PriceOrigin {
  RADAR("r", "azure-pricing-radar cf741f2 (MIT)"),
  KARPENTER("k", "karpenter-provider-azure 352646f5 (Apache-2.0)"),
  /** A Windows price in the list above, brought back to Linux by its ratio; within 1.1 %. */
  KARPENTER_CORRECTED("c", "karpenter-provider-azure 352646f5, Windows prices corrected to Linux");

  private final String code;
  private final String source;

  PriceOrigin(String code, String source) {
    this.code = code;
    this.source = source;
  }

  /** Repository, commit and licence, for people. */
  public String source() {
    return source;
  }

  static PriceOrigin of(String code) {
    for (PriceOrigin origin : values()) {
      if (origin.code.equals(code)) {
        return origin;
      }
    }
    throw new IllegalStateException("unknown price origin '" + code + "' in the embedded tables");
  }
}
