package centrasage.simulator.trade;

import java.math.BigDecimal;

/** A country the shop ships to, with the VAT rate of its consumers, in percent. */
public record Country(int id, String code, String name, BigDecimal vatPercent, boolean inUnion) {}
