package centrasage.simulator.centra.shipment;

/** Where goods are allocated and leave from. */
public record Warehouse(int id, String name) {
    public static final Warehouse MAIN = new Warehouse(1, "Main");
    private static final int IDS = 1_000;

    /** The same name is always the same warehouse, so nobody has to set one up. */
    public static Warehouse named(String name) {
        return name.equals(MAIN.name()) ? MAIN : new Warehouse(2 + Math.floorMod(name.hashCode(), IDS), name);
    }
}
