package centrasage.console.api;

import centrasage.console.api.alerts.AlertsApi;
import centrasage.console.api.alerts.FeedsApi;
import centrasage.console.api.catalogue.CatalogueApi;
import centrasage.console.api.checks.ChecksApi;
import centrasage.console.api.exceptions.BulkApi;
import centrasage.console.api.mappings.MappingExportApi;
import centrasage.console.api.mappings.MappingsApi;
import centrasage.console.api.orders.OrderSearchApi;
import centrasage.console.api.orders.PayloadApi;
import centrasage.console.api.problem.ProblemAnswers;
import centrasage.console.api.reconciliation.ReconciliationApi;
import centrasage.console.api.settlements.ClearingApi;
import centrasage.console.api.settlements.JournalsApi;
import centrasage.console.api.settlements.LineApi;
import centrasage.console.api.settlements.SettlementsApi;
import centrasage.console.api.settlements.WaitingLinesApi;
import centrasage.console.api.stock.StockApi;
import centrasage.console.api.worklists.CutOffApi;
import centrasage.console.api.worklists.OpenItemsApi;
import centrasage.console.api.worklists.WorklistsApi;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Everything under {@code /api}; named one by one, so that no client interface of ours is mistaken for a resource. */
@ApplicationPath("api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "centra-sage200",
                        version = "1",
                        description =
                                "What is posted from Centra to Sage 200, what is not and why, and the jobs that do"
                                        + " it. Amounts are text with a currency, times are ISO 8601 in UTC, lists are"
                                        + " {items, next} where next is the address of the following page or null, and errors"
                                        + " are problem documents of RFC 9457 (application/problem+json)."),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(securitySchemeName = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
public class RestApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                JobsApi.class,
                RunsApi.class,
                OrdersApi.class,
                OrderSearchApi.class,
                PayloadApi.class,
                PostingsApi.class,
                OpenItemsApi.class,
                SettlementsApi.class,
                LineApi.class,
                ClearingApi.class,
                JournalsApi.class,
                WaitingLinesApi.class,
                CsvByAccept.class,
                ExceptionsApi.class,
                ExceptionApi.class,
                BulkApi.class,
                AlertsApi.class,
                FeedsApi.class,
                StatusApi.class,
                UsersApi.class,
                PasswordApi.class,
                MappingsApi.class,
                MappingExportApi.class,
                ChecksApi.class,
                ReconciliationApi.class,
                ReturnsApi.class,
                CatalogueApi.class,
                StockApi.class,
                WorklistsApi.class,
                CutOffApi.class,
                CrossSiteCheck.class,
                RoleCheck.class,
                ParameterCheck.class,
                JsonFormat.class,
                ProblemAnswers.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
