package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.events.EventQueues;
import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.centra.shipping.Captures;
import centrasage.simulator.centra.shipping.Shipments;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.centra.state.Refused;
import centrasage.simulator.centra.state.TenantOptions;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The executable schema. A field of the SDL without a value of its own says that it is not simulated. */
public final class CentraApi {
    private final CentraState state;
    private final DataFaults faults;
    private final EventQueues queues;
    private final RateLimiter limiter;
    private final Shipments shipments;
    private final GraphQL usual;
    private @Nullable GraphQL withReturnUpdatedAt;

    /** @param captures the payment provider behind the shop */
    public CentraApi(CentraState state, DataFaults faults, EventQueues queues, RateLimiter limiter, Captures captures) {
        this.shipments = new Shipments(state, captures);
        this.state = state;
        this.faults = faults;
        this.queues = queues;
        this.limiter = limiter;
        this.usual = graphQl(false);
    }

    private GraphQL graphQl(boolean returnUpdatedAt) {
        return GraphQL.newGraphQL(schema(Sdl.read(returnUpdatedAt)))
                .instrumentation(new Metering(limiter))
                .defaultDataFetcherExceptionHandler(new Errors())
                .build();
    }

    /** The schema that the tenant has now. */
    private synchronized GraphQL graphQl() {
        if (!state.options().is(TenantOptions.Option.RETURN_UPDATED_AT)) {
            return usual;
        }
        if (withReturnUpdatedAt == null) {
            withReturnUpdatedAt = graphQl(true);
        }
        return withReturnUpdatedAt;
    }

    public ExecutionResult execute(
            String query, Map<String, Object> variables, @Nullable String operationName, Call call) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(context -> context.put(Call.class, call));
        if (operationName != null) {
            input.operationName(operationName);
        }
        return graphQl().execute(input.build());
    }

    /** Errors in the shape of Centra's. */
    public static List<Map<String, Object>> errors(ExecutionResult result) {
        return Errors.toJson(result.getErrors());
    }

    private GraphQLSchema schema(String sdl) {
        // Not strict: Float is defined a second time, and the fields of Query come from several classes.
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode(false);
        wiring.codeRegistry(GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(environment -> notSimulated()));
        wiring.directive("needs", new NeedsPermission());
        scalars(wiring);
        types(wiring);
        fields(wiring);
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build());
    }

    private static DataFetcher<Object> notSimulated() {
        return environment -> {
            String type = ((GraphQLNamedType) environment.getParentType()).getName();
            throw Refused.notSimulated(type + "." + environment.getField().getName() + " yet");
        };
    }

    private void scalars(RuntimeWiring.Builder wiring) {
        wiring.scalar(Scalars.exactFloat())
                .scalar(Scalars.int64())
                .scalar(Scalars.date("Date", state))
                .scalar(Scalars.date("DateTimeTz", state));
    }

    private static void types(RuntimeWiring.Builder wiring) {
        TypeResolver byClass = CentraApi::objectType;
        for (String type : List.of(
                "Order",
                "ObjectWithAttributes",
                "OrderLine",
                "OrderDiscount",
                "AttributeElement",
                "Payload",
                "Shipment",
                "Return",
                "EventTarget")) {
            wiring.type(type, builder -> builder.typeResolver(byClass));
        }
    }

    private static @Nullable GraphQLObjectType objectType(TypeResolutionEnvironment environment) {
        Object source = environment.getObject();
        return environment.getSchema().getObjectType(typeOf(source));
    }

    private static String typeOf(Object source) {
        if (source instanceof CentraOrder order) {
            return OrderFields.typeOf(order);
        }
        if (source instanceof OrderShipment shipment) {
            return ShipmentFields.typeOf(shipment);
        }
        if (source instanceof OrderReturn made) {
            return ReturnFields.typeOf(made);
        }
        if (source instanceof PaymentFields.Entry) {
            return "PaymentHistoryEntry";
        }
        if (source instanceof LineFields.OrderLine line) {
            return OrderFields.typeOf(line.line());
        }
        return source instanceof DiscountFields.Applied discount
                ? DiscountFields.typeOf(discount)
                : "AttributeStringElement";
    }

    private void fields(RuntimeWiring.Builder wiring) {
        Dates dates = new Dates(state);
        new OrderQueries(state, faults).addTo(wiring);
        new ShipmentQueries(state, faults).addTo(wiring);
        new ShipmentMutations(state, shipments).addTo(wiring);
        new ShipmentFields(dates).addTo(wiring);
        new ReturnQueries(state, faults).addTo(wiring);
        new ReturnMutations(state).addTo(wiring);
        new ReturnFields(dates).addTo(wiring);
        Connections.addTo(wiring);
        new EventFields(state, faults, queues).addTo(wiring);
        new OrderMutations(state).addTo(wiring);
        new AttributeMutations(state).addTo(wiring);
        new IdConversions(state).addTo(wiring);
        new OrderFields(dates).addTo(wiring);
        new PaymentFields(dates, state.options()).addTo(wiring);
        new LineFields(state).addTo(wiring);
        MoneyFields.addTo(wiring);
        PartyFields.addTo(wiring);
        DiscountFields.addTo(wiring);
        AttributeFields.addTo(wiring);
        MutationResult.addTo(wiring);
        new StockQueries(state, faults).addTo(wiring);
        new StockMutations(state).addTo(wiring);
        new StockFields(state, faults).addTo(wiring);
        new CatalogueQueries(state, faults).addTo(wiring);
        new CatalogueMutations(state).addTo(wiring);
        new CatalogueFields(state, faults, dates).addTo(wiring);
        new ShopQueries(limiter).addTo(wiring);
    }
}
