package centrasage.sage200.client.read;

import centrasage.sage200.client.wire.Wire;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Sage 200's REST API as far as it is only read; nothing that writes may ever be added here (see {@link Wire}). */
@Path("/")
@Produces("application/json")
interface SageApi {
    String DATE_VALIDATION = "transaction_date_validation";

    @GET
    @Path("{resource}")
    Response list(
            @PathParam("resource") String resource,
            @HeaderParam("X-Company") String company,
            @HeaderParam("Authorization") @Nullable String authorization,
            @BeanParam Query query);

    @GET
    @Path("{resource}/{id}")
    Response one(
            @PathParam("resource") String resource,
            @PathParam("id") long id,
            @HeaderParam("X-Company") String company,
            @HeaderParam("Authorization") @Nullable String authorization,
            @BeanParam Query query);

    /** The one question that Sage takes by POST because it comes with a body: it writes nothing, and may be repeated. */
    @POST
    @Path(DATE_VALIDATION)
    @Consumes("application/json")
    Response validateDate(
            @HeaderParam("X-Company") String company,
            @HeaderParam("Authorization") @Nullable String authorization,
            String body);
}
