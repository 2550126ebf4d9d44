package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.PhpDate;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.Refused;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;

/** The scalars: dates of PHP, 64-bit integers, and a Float that keeps its decimal digits. */
final class Scalars {
    private Scalars() {}

    /** Takes the place of the built-in Float, which would go through a double. */
    static GraphQLScalarType exactFloat() {
        return scalar("Float", new Coercing<BigDecimal, BigDecimal>() {
            @Override
            public BigDecimal serialize(Object value, GraphQLContext context, Locale locale) {
                return ((BigDecimal) value).stripTrailingZeros();
            }

            @Override
            public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
                if (input instanceof Number number) {
                    return new BigDecimal(number.toString());
                }
                throw new CoercingParseValueException("Float cannot represent " + input);
            }

            @Override
            public BigDecimal parseLiteral(
                    Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                if (input instanceof FloatValue number) {
                    return number.getValue();
                }
                if (input instanceof IntValue number) {
                    return new BigDecimal(number.getValue());
                }
                throw new CoercingParseLiteralException("Float cannot represent " + input);
            }
        });
    }

    static GraphQLScalarType int64() {
        return scalar("Int64", new Coercing<Long, Long>() {
            @Override
            public Long serialize(Object value, GraphQLContext context, Locale locale) {
                return ((Number) value).longValue();
            }

            @Override
            public Long parseValue(Object input, GraphQLContext context, Locale locale) {
                if (input instanceof Integer || input instanceof Long || input instanceof BigInteger) {
                    return ((Number) input).longValue();
                }
                throw new CoercingParseValueException("Int64 cannot represent " + input);
            }

            @Override
            public Long parseLiteral(
                    Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                if (input instanceof IntValue integer) {
                    return integer.getValue().longValueExact();
                }
                throw new CoercingParseLiteralException("Int64 cannot represent " + input);
            }
        });
    }

    /** Read with PHP's parser; a value that a field has already formatted passes. */
    static GraphQLScalarType date(String name, CentraState state) {
        return scalar(name, new Coercing<Instant, String>() {
            @Override
            public String serialize(Object value, GraphQLContext context, Locale locale) {
                return value instanceof Instant instant
                        ? PhpDate.format(instant, PhpDate.DEFAULT_FORMAT, state.zone())
                        : value.toString();
            }

            @Override
            public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
                try {
                    return PhpDate.parse(input.toString(), state.zone(), state.now());
                } catch (Refused e) {
                    throw new CoercingParseValueException(e.getMessage(), e);
                }
            }

            @Override
            public Instant parseLiteral(
                    Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                if (!(input instanceof StringValue text)) {
                    throw new CoercingParseLiteralException(name + " cannot represent " + input);
                }
                try {
                    return PhpDate.parse(text.getValue(), state.zone(), state.now());
                } catch (Refused e) {
                    throw new CoercingParseLiteralException(e.getMessage(), e);
                }
            }
        });
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
