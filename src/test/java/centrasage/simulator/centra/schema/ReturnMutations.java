package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.payment.Refunds;
import centrasage.simulator.centra.returns.Returns;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.trade.Payment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;

/** What an integration may do to returns: create, complete, reopen, delete and refund them. */
final class ReturnMutations {
    private static final String SOURCE = "Integration API";

    private final CentraState state;
    private final Returns returns;
    private final Refunds refunds;

    ReturnMutations(CentraState state) {
        this.state = state;
        this.returns = new Returns(state);
        this.refunds = new Refunds(state);
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("createReturn", (root, call) -> ReturnResult.of(() -> create(call)))
                .with("completeReturn", (root, call) -> ReturnResult.of(() -> complete(id(call))))
                .with("uncompleteReturn", (root, call) -> ReturnResult.of(() -> uncomplete(id(call))))
                .with("deleteReturn", (root, call) -> ReturnResult.of(() -> delete(id(call))))
                .with("refundReturn", (root, call) -> ReturnResult.of(() -> refund(id(call))))
                .addTo(wiring, "Mutation");
        ReturnResult.addTo(wiring);
    }

    private ReturnResult create(DataFetchingEnvironment environment) {
        ReturnInput input = new ReturnInput(state, environment);
        String externalId = input.externalId();
        return ReturnResult.done(returns.create(
                input.wanted(),
                made -> externalId == null ? made : made.withExternalId(input.integration(), externalId)));
    }

    private ReturnResult complete(int id) {
        return ReturnResult.done(returns.complete(id));
    }

    private ReturnResult uncomplete(int id) {
        return ReturnResult.done(returns.uncomplete(id));
    }

    private ReturnResult delete(int id) {
        returns.delete(id);
        return new ReturnResult(null, List.of(), List.of());
    }

    private ReturnResult refund(int id) {
        List<Payment> entries = refunds.refundReturn(id, SOURCE);
        return ReturnResult.refunded(returns.row(id), entries);
    }

    private static int id(DataFetchingEnvironment environment) {
        return environment.<Integer>getArgumentOrDefault("id", 0);
    }
}
