package io.microscape.ogc;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What HTTP adds: headers, proxies, conditional requests, other origins. */
class WmsControllerTest {
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(TestWms.controller()).build();

    @Test
    void aMapMayBeKeptAsLongAsItsTagHolds() throws Exception {
        String tag = mvc.perform(getWms(TestWms.getMap().query()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("Cache-Control", containsString("max-age=0")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(getWms(TestWms.getMap().query()).header("If-None-Match", tag))
                .andExpect(status().isNotModified())
                .andExpect(header().stringValues("ETag", tag))
                .andExpect(content().bytes(new byte[0]));
    }

    @Test
    void aReportIsNeverKept() throws Exception {
        mvc.perform(getWms("SERVICE=WMS"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/xml;charset=UTF-8"))
                .andExpect(content().string(containsString("REQUEST is missing")))
                .andExpect(header().doesNotExist("ETag"))
                .andExpect(header().string("Cache-Control", "no-cache"));
    }

    @Test
    void pagesOfAnyOriginMayRead() throws Exception {
        mvc.perform(getWms(TestWms.getMap().query()).header("Origin", "https://elsewhere.example"))
                .andExpect(header().string("Access-Control-Allow-Origin", "*"));
    }

    @Test
    void capabilitiesNameTheAddressThatTheProxyShows() throws Exception {
        mvc.perform(getWms(TestWms.getCapabilities("1.3.0").query()))
                .andExpect(content().string(containsString("xlink:href=\"http://localhost/wms?\"")));
        mvc.perform(getWms(TestWms.getCapabilities("1.3.0").query())
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "maps.example.org:8443")
                        .header("X-Forwarded-Prefix", "/gis"))
                .andExpect(content().string(containsString("xlink:href=\"https://maps.example.org:8443/gis/wms?\"")));
        mvc.perform(getWms(TestWms.getCapabilities("1.3.0").query())
                        .header("X-Forwarded-Host", "[bad:::")
                        .header("X-Forwarded-Port", "many")
                        .header("X-Forwarded-Prefix", "\"><x>"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/wms?\"")));
    }

    @Test
    void theHeaderChoosesTheLanguage() throws Exception {
        mvc.perform(getWms(TestWms.getCapabilities("1.3.0").query()).header("Accept-Language", "zh-CN,zh;q=0.9"))
                .andExpect(content().string(containsString("<Title>净碳量</Title>")))
                .andExpect(header().stringValues("Vary", hasItem("Accept-Language")));
    }

    @Test
    void aLongRequestMayBePostedAsAForm() throws Exception {
        mvc.perform(post("/wms")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(TestWms.getMap().query()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));
    }

    private static MockHttpServletRequestBuilder getWms(String query) {
        return get("/wms").with(request -> {
            request.setQueryString(query);
            return request;
        });
    }
}
