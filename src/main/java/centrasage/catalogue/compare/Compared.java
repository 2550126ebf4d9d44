package centrasage.catalogue.compare;

/**
 * What both sides hold of one field. Texts are written in one way, so that equal values are equal texts; an empty one is no value.
 *
 * @param product Centra's id of the product that it is about; 0 where Centra has none
 * @param label the SKU, or the product's number where it is about all of its SKUs
 * @param conflict why Sage says nothing that Centra could take; empty where it does
 */
public record Compared(Place place, long product, String label, String sage, String centra, String conflict) {
    boolean isSaid() {
        return !sage.isEmpty() || !conflict.isEmpty();
    }
}
