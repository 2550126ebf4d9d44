package centrasage.sage200.client.read;

/** Open to the models of the simulation, which answer every call themselves. */
public class StockDouble extends SageStock {
    protected StockDouble() {}
}
