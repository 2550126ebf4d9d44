package centrasage.dispatch.plan;

import centrasage.flow.OrdersFrom;
import java.time.ZoneId;

/**
 * What the operator decided that concerns despatches.
 *
 * @param from the cut-over: despatches of earlier orders are known and never posted
 * @param zone in which a day begins and ends
 */
record DespatchRules(OrdersFrom from, ZoneId zone) {}
