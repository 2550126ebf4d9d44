package centrasage.simulator.sage200.despatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** How much of a line of an order is to go. */
record LineQuantity(ObjectNode line, BigDecimal quantity) {}
