package centrasage.centra.client.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.Validator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of ours is one that the documented schema answers. */
class QueryTest {
    private static final String SCHEMA = "/centrasage/simulator/centra/schema.graphqls";

    static Stream<Query> queries() {
        return Stream.of(
                Query.ORDERS,
                Query.ORDER_COUNT,
                Query.EVENTS,
                Query.LISTEN,
                Query.CONFIRM_EVENTS,
                Query.PAYMENTS,
                Query.RETURNS,
                Query.SHIPMENTS,
                Query.ORDER_SHIPMENTS,
                Query.CREATE_SHIPMENT,
                Query.RELEASE_SHIPMENT,
                Query.CAPTURE_SHIPMENT,
                Query.COMPLETE_SHIPMENT,
                Query.WAREHOUSES,
                Query.PRODUCT_SIZES,
                Query.STOCK,
                Query.PLACED_ORDERS,
                Query.SET_STOCK,
                Query.PRICELISTS,
                Query.CATALOGUE,
                Query.UPDATE_PRODUCT,
                Query.UPDATE_SIZE,
                Query.SET_PRICES,
                Query.SIZE_CHARTS,
                Query.FIND_PRODUCT,
                Query.CREATE_PRODUCT,
                Query.CREATE_VARIANT,
                Query.LIMITS,
                Query.ASSIGN_ATTRIBUTES,
                Query.ID_CONVERSIONS);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_is_valid_against_the_schema(Query query) throws IOException {
        Document document = Parser.parse(query.text());

        assertThat(new Validator().validateDocument(schema(), document, Locale.UK))
                .isEmpty();
        assertThat(document.getDefinitionsOfType(OperationDefinition.class))
                .extracting(OperationDefinition::getName)
                .containsExactly(query.operation());
    }

    @Test
    void no_query_file_is_left_unchecked() {
        String[] files = requireNonNull(new File("src/main/resources/graphql").list());

        assertThat(files).hasSize((int) queries().count());
    }

    private static GraphQLSchema schema() throws IOException {
        try (InputStream in = requireNonNull(QueryTest.class.getResourceAsStream(SCHEMA))) {
            TypeDefinitionRegistry types = new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new SchemaGenerator().makeExecutableSchema(types, RuntimeWiring.MOCKED_WIRING);
        }
    }
}
