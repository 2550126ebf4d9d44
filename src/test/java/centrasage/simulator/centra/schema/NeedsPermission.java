package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import org.jspecify.annotations.Nullable;

/** Puts a check of the token before every field that the SDL marks with {@code @needs}. */
final class NeedsPermission implements SchemaDirectiveWiring {
    @Override
    public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
        GraphQLFieldDefinition field = environment.getElement();
        GraphQLAppliedDirectiveArgument argument =
                environment.getAppliedDirective("needs").getArgument("permission");
        String permission = String.valueOf((Object) argument.getValue());
        DataFetcher<?> inner = environment.getFieldDataFetcher();
        DataFetcher<@Nullable Object> checked = call -> {
            Call.of(call).used(permission);
            if (!Call.of(call).token().allows(permission)) {
                throw Refused.unauthorised(permission, field.getName());
            }
            return inner.get(call);
        };
        environment.setFieldDataFetcher(checked);
        return field;
    }
}
