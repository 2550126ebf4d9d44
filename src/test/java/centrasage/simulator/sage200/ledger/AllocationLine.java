package centrasage.simulator.sage200.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** How much of a posted document is set off, with the sign of its row. */
record AllocationLine(ObjectNode row, BigDecimal value) {}
