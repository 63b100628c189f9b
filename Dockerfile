# Build the jar first: mvn -q package -DskipTests
FROM eclipse-temurin:17.0.19_10-jre-noble

# curl is for the health check.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home microscape \
    && install -d -o microscape -g microscape /var/lib/microscape

COPY target/microscape.jar /opt/microscape/microscape.jar

# Without a UTF-8 locale, Java 17 cannot open files with Chinese names.
ENV LC_ALL=C.UTF-8 \
    MICROSCAPE_HOME=/var/lib/microscape \
    MICROSCAPE_BIND=0.0.0.0 \
    MICROSCAPE_PORT=8080

USER microscape
WORKDIR /var/lib/microscape
VOLUME /var/lib/microscape
EXPOSE 8080

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD curl --fail --silent --show-error "http://127.0.0.1:${MICROSCAPE_PORT}/actuator/health" || exit 1

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-Djava.awt.headless=true", "-jar", "/opt/microscape/microscape.jar"]
CMD ["serve"]
