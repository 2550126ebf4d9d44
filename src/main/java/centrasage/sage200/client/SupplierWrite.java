package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierRows;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The POST of one payment of a supplier account, as {@link SageAnswers} asks about it; read back by its references. */
final class SupplierWrite implements Write {
    private final SagePurchases purchases;
    private final SageReads reads;
    private final SupplierPayment payment;
    private final Optional<String> signIn;

    SupplierWrite(SagePurchases purchases, SageReads reads, SupplierPayment payment, Optional<String> signIn) {
        this.purchases = purchases;
        this.reads = reads;
        this.payment = payment;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the payment " + payment.reference() + " " + payment.secondReference() + " of the supplier "
                + payment.supplier();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            SupplierRows rows = purchases.find(payment);
            if (!rows.isOfSupplier()) {
                throw new Row.Malformed("supplier payment: " + rows.ledger().size() + " carry "
                        + payment.secondReference() + " in the ledger, and "
                        + rows.bank().size() + " in the banks");
            }
            return rows.documents(payment).get(0);
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("supplier payment that could be read back: " + e.getMessage());
        }
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return purchases.find(payment).isAbsent();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(payment.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
