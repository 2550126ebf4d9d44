package centrasage.centra.client.wire;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/** Centra's one address. The answer is taken whole, whatever its status: {@link Wire} judges it. */
@Path("/graphql")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CentraApi extends Closeable {

    @POST
    Response post(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String body);
}
