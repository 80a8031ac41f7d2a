# The reference for Domain/Results/Variance: R's package survey on its own example data (schools of California, 2000).
#   Rscript survey.R data      prints the columns that the tests read, as CSV
#   Rscript survey.R figures   prints design, figure, value, standard error, degrees of freedom, interval, as CSV
# Both outputs are kept in tests/NeedsSurvey.Domain.Tests/Results/Oracles; SurveyOracleTests runs this again where R is installed.
suppressPackageStartupMessages(library(survey))
data(api)
options(digits = 15, survey.lonely.psu = "fail")

columns <- c("dnum", "stype", "sch.wide", "api00", "enroll", "api.stu", "pw", "fpc")
samples <- list(apisrs = apisrs, apistrat = apistrat, apiclus1 = apiclus1, apiclus2 = apiclus2)

print_data <- function() {
  cat("sample,dnum,stype,sch_wide,api00,enroll,api_stu,pw,fpc\n")
  for (name in names(samples)) {
    sample <- samples[[name]]
    sample$fpc <- if (is.null(sample$fpc)) NA else sample$fpc
    rows <- lapply(columns, function(column) if (is.factor(sample[[column]])) as.character(sample[[column]]) else sprintf("%.15g", sample[[column]]))
    text <- do.call(paste, c(list(name), rows, sep = ","))
    cat(gsub("NA", "", text), sep = "\n")
  }
}

margins <- list(
  data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)),
  data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122)))

clus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
raked <- function(design) rake(design, list(~stype, ~sch.wide), margins, control = list(maxit = 200, epsilon = 1e-9))
designs <- list(
  srs = svydesign(id = ~1, fpc = ~fpc, data = apisrs),
  strat = strat,
  strat_drawn_again = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat),
  weights = svydesign(id = ~1, weights = ~pw, data = apistrat),
  clus1 = clus1,
  clus2 = svydesign(id = ~dnum, weights = ~pw, data = apiclus2),
  strat_clus = svydesign(id = ~dnum, strata = ~stype, weights = ~pw, data = apistrat, nest = TRUE),
  clus1_raked = raked(clus1))

print_figure <- function(design, figure, estimate, df, low = NA, high = NA)
  cat(sprintf("%s,%s,%.12g,%.12g,%d,%.12g,%.12g\n", design, figure, as.numeric(coef(estimate)), as.numeric(SE(estimate)), as.integer(df), low, high))

print_figures <- function() {
  cat("design,figure,value,se,df,low,high\n")
  for (name in names(designs)) {
    d <- designs[[name]]
    df <- degf(d)
    mean_ci <- function(figure, estimate, df) {
      ci <- confint(estimate, df = df)
      print_figure(name, figure, estimate, df, ci[1], ci[2])
    }
    mean_ci("mean_api00", svymean(~api00, d), df)
    known <- subset(d, !is.na(enroll))
    mean_ci("mean_enroll", svymean(~enroll, known), degf(known))
    schools <- subset(d, stype == "H")
    mean_ci("mean_api00_high", svymean(~api00, schools), degf(schools))
    share <- svymean(~as.numeric(sch.wide == "Yes"), d)
    ci <- confint(svyciprop(~I(sch.wide == "Yes"), d, method = "beta"))
    print_figure(name, "share_met", share, df, ci[1], ci[2])
    share <- svymean(~as.numeric(sch.wide == "Yes"), schools)
    print_figure(name, "share_met_high", share, degf(schools))
    print_figure(name, "total_enroll", svytotal(~enroll, known), degf(known))
    print_figure(name, "total_high", svytotal(~as.numeric(stype == "H"), d), df)
    print_figure(name, "ratio", svyratio(~api.stu, ~enroll, known), degf(known))
  }
}

# rake() takes residuals from an unweighted regression on the margins, Deville & Sarndal (1992) from one with the weights before raking; with
# unequal weights they differ a little. Here theirs, with R's own variance of a stratified sample (calibrate() would need a further package).
print_unequal <- function() {
  design <- raked(strat)
  w <- weights(design)
  before <- weights(strat)
  residual_se <- function(u) {
    e <- lm(u ~ stype + sch.wide, data = apistrat, weights = before)$residuals
    sqrt(drop(svyrecvar(w * e, strat$cluster, strat$strata, strat$fpc)))
  }
  figure <- function(name, y, x) {
    value <- sum(w * y) / sum(w * x)
    cat(sprintf("strat_raked,%s,%.12g,%.12g,%d,NA,NA\n", name, value, residual_se((y - value * x) / sum(w * x)), degf(design)))
  }
  figure("mean_api00", apistrat$api00, rep(1, nrow(apistrat)))
  figure("ratio", apistrat$api.stu, apistrat$enroll)
  cat(sprintf("strat_raked,total_enroll,%.12g,%.12g,%d,NA,NA\n", sum(w * apistrat$enroll), residual_se(apistrat$enroll), degf(design)))
}

if ("data" %in% commandArgs(trailingOnly = TRUE)) print_data() else {
  print_figures()
  print_unequal()
}
