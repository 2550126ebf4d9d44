package centrasage.sage200.client;

/** Open to the models of the simulation, which answer every call themselves. */
public class OrdersDouble extends SageOrders {
    protected OrdersDouble() {}
}
