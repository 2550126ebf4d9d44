package centrasage.catalogue.creation;

/** How far a product has come. Each step is on the disk before its request leaves. */
public enum CreationState {
    /** The request may have left, and nobody knows what became of it. */
    PRODUCT_SENT,
    /** The product is there, without a variant. */
    PRODUCT_MADE,
    /** The product is there, the request for its variant may have left, and nobody knows what became of it. */
    VARIANT_SENT,
    /** All of it was there once. It is not made again, whoever took it away. */
    MADE,
    /** Centra did not take it. */
    REJECTED
}
