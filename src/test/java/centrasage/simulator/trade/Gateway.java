package centrasage.simulator.trade;

/** An instance of a payment plug-in. */
public record Gateway(String uri, String plugin, String name) {}
