package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.ReturnAmounts;
import centrasage.simulator.centra.shipment.ReturnedLine;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Returns as JSON for {@code /control}: what the auditor sees. Amounts are in the terms of the order's price list. */
final class ReturnDump {
    private ReturnDump() {}

    static ObjectNode write(OrderReturn row) {
        Return made = row.made();
        ReturnAmounts amounts = made.amounts();
        TaxMode mode = row.order().trade().basket().taxMode();
        Warehouse warehouse = made.warehouse();
        ObjectNode json = Json.object()
                .put("id", made.id())
                .put("order", row.order().number())
                .put("shipment", made.shipment())
                .put("completed", made.completed())
                .put("createdAt", made.createdAt().toString())
                .put("updatedAt", made.updatedAt().toString())
                .put("warehouse", warehouse == null ? null : warehouse.name())
                .put("currency", row.order().currency().code())
                .put("taxMode", mode.name())
                .put("grandMinor", row.grand())
                .put("vatMinor", made.vat(mode))
                .put("goodsMinor", Taxed.minor(made.goods()))
                .put("shippingMinor", Taxed.minor(amounts.shipping()))
                .put("handlingMinor", Taxed.minor(amounts.handling()))
                .put("voucherMinor", Taxed.minor(amounts.voucher()))
                .put("returnCostMinor", Taxed.minor(amounts.returnCost()))
                .put(
                        "refundedMinor",
                        -row.refunds().stream().mapToLong(Payment::movedMinor).sum());
        ArrayNode lines = json.putArray("lines");
        made.lines().forEach(line -> lines.add(line(row.order(), line)));
        return json;
    }

    private static ObjectNode line(CentraOrder order, ReturnedLine line) {
        String sku = order.trade().basket().lines().stream()
                .filter(each -> each.id() == line.orderLine())
                .map(each -> each.article().sku())
                .findFirst()
                .orElse("");
        return Json.object()
                .put("id", line.id())
                .put("line", line.orderLine())
                .put("shipmentLine", line.shippedLine())
                .put("sku", sku)
                .put("quantity", line.quantity())
                .put("vatPercent", line.worth().vatPercent())
                .put("minor", line.worth().minor())
                .put("taxMinor", line.worth().tax());
    }
}
