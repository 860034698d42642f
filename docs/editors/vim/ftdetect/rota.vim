au BufRead,BufNewFile *.rota setfiletype rota
